import type { Locale } from './locale'
import agreementsEn from './messages/en/agreements.json'
import approvalsEn from './messages/en/approvals.json'
import customersEn from './messages/en/customers.json'
import deductionsEn from './messages/en/deductions.json'
import disputesEn from './messages/en/disputes.json'
import documentsEn from './messages/en/documents.json'
import errorsEn from './messages/en/errors.json'
import fileIntakeEn from './messages/en/file-intake.json'
import helpEn from './messages/en/help.json'
import invoicesEn from './messages/en/invoices.json'
import itemsEn from './messages/en/items.json'
import newsEn from './messages/en/news.json'
import ordersEn from './messages/en/orders.json'
import peopleEn from './messages/en/people.json'
import reconciliationEn from './messages/en/reconciliation.json'
import remittancesEn from './messages/en/remittances.json'
import reportsEn from './messages/en/reports.json'
import shellEn from './messages/en/shell.json'
import shipmentsEn from './messages/en/shipments.json'
import tasksEn from './messages/en/tasks.json'
import uiEn from './messages/en/ui.json'
import agreementsZh from './messages/zh-CN/agreements.json'
import approvalsZh from './messages/zh-CN/approvals.json'
import customersZh from './messages/zh-CN/customers.json'
import deductionsZh from './messages/zh-CN/deductions.json'
import disputesZh from './messages/zh-CN/disputes.json'
import documentsZh from './messages/zh-CN/documents.json'
import errorsZh from './messages/zh-CN/errors.json'
import fileIntakeZh from './messages/zh-CN/file-intake.json'
import helpZh from './messages/zh-CN/help.json'
import invoicesZh from './messages/zh-CN/invoices.json'
import itemsZh from './messages/zh-CN/items.json'
import newsZh from './messages/zh-CN/news.json'
import ordersZh from './messages/zh-CN/orders.json'
import peopleZh from './messages/zh-CN/people.json'
import reconciliationZh from './messages/zh-CN/reconciliation.json'
import remittancesZh from './messages/zh-CN/remittances.json'
import reportsZh from './messages/zh-CN/reports.json'
import shellZh from './messages/zh-CN/shell.json'
import shipmentsZh from './messages/zh-CN/shipments.json'
import tasksZh from './messages/zh-CN/tasks.json'
import uiZh from './messages/zh-CN/ui.json'

/** Every text of the product. One namespace per file, named like it: `file-intake.json` is `fileIntake`. A new file is added to both lists. */
export const ALL_MESSAGES = {
  en: {
    agreements: agreementsEn,
    approvals: approvalsEn,
    customers: customersEn,
    deductions: deductionsEn,
    disputes: disputesEn,
    documents: documentsEn,
    errors: errorsEn,
    fileIntake: fileIntakeEn,
    help: helpEn,
    invoices: invoicesEn,
    items: itemsEn,
    news: newsEn,
    orders: ordersEn,
    people: peopleEn,
    reconciliation: reconciliationEn,
    remittances: remittancesEn,
    reports: reportsEn,
    shell: shellEn,
    shipments: shipmentsEn,
    tasks: tasksEn,
    ui: uiEn,
  },
  'zh-CN': {
    agreements: agreementsZh,
    approvals: approvalsZh,
    customers: customersZh,
    deductions: deductionsZh,
    disputes: disputesZh,
    documents: documentsZh,
    errors: errorsZh,
    fileIntake: fileIntakeZh,
    help: helpZh,
    invoices: invoicesZh,
    items: itemsZh,
    news: newsZh,
    orders: ordersZh,
    people: peopleZh,
    reconciliation: reconciliationZh,
    remittances: remittancesZh,
    reports: reportsZh,
    shell: shellZh,
    shipments: shipmentsZh,
    tasks: tasksZh,
    ui: uiZh,
  },
} satisfies Record<Locale, object>
