/** The files in which banks tell what came in on an account (入金明細): 全銀 01 and 03, camt.054. */
package io.seikyu.documents.bank;
