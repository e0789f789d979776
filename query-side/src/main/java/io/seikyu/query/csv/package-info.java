/** Lists as files for spreadsheets. */
package io.seikyu.query.csv;
