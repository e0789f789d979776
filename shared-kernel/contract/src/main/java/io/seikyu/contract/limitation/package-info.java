/** Until when a claim can be enforced (消滅時効, 民法 147–152, 166, 169). */
package io.seikyu.contract.limitation;
