/** Paper: invoices and letters as PDF. Nothing here is loaded before the first page is asked for. */
package io.seikyu.documents.pdf;
