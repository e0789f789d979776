/** How old is what payers owe (売掛金年齢表)? */
package io.seikyu.query.ageing;
