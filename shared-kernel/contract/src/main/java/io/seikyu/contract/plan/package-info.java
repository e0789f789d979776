/** Payers pay in instalments (分割払い). */
package io.seikyu.contract.plan;
