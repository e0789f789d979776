/**
 * Invoices as JP PINT (Peppol's UBL 2.1 for Japan), out and in. Nothing here is loaded before the first document is
 * written or read.
 */
package io.seikyu.documents.pint;
