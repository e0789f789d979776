/** What money will come in, and when (資金繰り予測)? */
package io.seikyu.query.forecast;
