package io.seikyu.command.imports;

import io.seikyu.command.client.Clients;
import io.seikyu.command.contract.ContractHistory;
import io.seikyu.command.contract.Contracts;
import io.seikyu.command.directory.Directory;
import io.seikyu.contract.id.ClientId;
import io.seikyu.contract.id.ContractId;
import io.seikyu.contract.id.Ids;
import io.seikyu.contract.invoice.InvoiceDocument;
import io.seikyu.contract.job.RowFault;
import io.seikyu.documents.pint.PintFault;
import io.seikyu.documents.pint.PintInvoice;
import io.seikyu.documents.pint.PintParty;
import io.seikyu.documents.pint.PintReader;
import io.seikyu.documents.pint.PintReading;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * A JP PINT invoice as the invoice it is here: the seller has to be the client company, the payer is found by endpoint,
 * ids, registration number or name, the contract by its reference, else it is the one in force between the two.
 */
final class PintRow {
    private static final String SELLER = "/Invoice/cac:AccountingSupplierParty";
    private static final String BUYER = "/Invoice/cac:AccountingCustomerParty";
    private static final String CONTRACT = "/Invoice/cac:ContractDocumentReference/cbc:ID";
    private static final String CORPORATE_NUMBER = "0188";
    private static final String REGISTRATION_NUMBER = "0221";

    private final Directory directory;
    private final Clients clients;
    private final Contracts contracts;

    PintRow(Directory directory, Clients clients, Contracts contracts) {
        this.directory = directory;
        this.clients = clients;
        this.contracts = contracts;
    }

    /**
     * @param text base64 of the document
     * @throws BrokenRowException with all that is wrong with it
     */
    InvoiceDocument read(String tenant, String text) {
        PintReading reading = PintReader.read(Base64.getDecoder().decode(text));
        if (reading.invoice().isEmpty()) {
            throw BrokenRowException.ofXml(
                    reading.faults().stream().map(PintRow::fault).toList());
        }
        return resolved(tenant, reading.invoice().get());
    }

    private static RowFault fault(PintFault fault) {
        return new RowFault(fault.location(), "pint-" + fault.rule(), fault.text());
    }

    private InvoiceDocument resolved(String tenant, PintInvoice invoice) {
        List<RowFault> faults = new ArrayList<>();
        checkSeller(tenant, invoice, faults);
        String payer = payer(tenant, invoice.buyer(), faults);
        if (payer == null) {
            throw BrokenRowException.ofXml(faults);
        }
        String contract = contract(tenant, payer, invoice, faults);
        if (!faults.isEmpty()) {
            throw BrokenRowException.ofXml(faults);
        }
        boolean gross = contracts
                .find(new ContractId(tenant, contract))
                .flatMap(history -> history.versions().on(invoice.net().transactionTo()))
                .map(terms -> terms.pricesIncludeTax())
                .orElse(false);
        return invoice.document(payer, contract, gross);
    }

    private void checkSeller(String tenant, PintInvoice invoice, List<RowFault> faults) {
        String own = clients.find(new ClientId(tenant))
                .map(client -> client.detailsOn(invoice.net().transactionTo()).registrationNumber())
                .orElse(null);
        String said = invoice.seller().registrationNumber();
        if (own == null ? said != null : !own.equals(said)) {
            faults.add(new RowFault(
                    SELLER, "seller-mismatch", "the seller's registration number is not that of the client company"));
        }
    }

    private String payer(String tenant, PintParty buyer, List<RowFault> faults) {
        List<String> found = payers(tenant, buyer);
        if (found.size() == 1) {
            return found.get(0);
        }
        faults.add(
                found.isEmpty()
                        ? new RowFault(
                                BUYER,
                                "payer-not-found",
                                "no account has this endpoint, id, registration number or name: open one first")
                        : new RowFault(
                                BUYER,
                                "payer-ambiguous",
                                "several accounts are like this: name one by its id as cac:PartyIdentification"));
        return null;
    }

    /** What is said most exactly decides. */
    private List<String> payers(String tenant, PintParty buyer) {
        List<PintParty.Id> ids = new ArrayList<>();
        Optional.ofNullable(buyer.endpoint()).ifPresent(ids::add);
        ids.addAll(buyer.ids());
        for (PintParty.Id id : ids) {
            List<String> found = byId(tenant, id);
            if (!found.isEmpty()) {
                return found;
            }
        }
        if (buyer.registrationNumber() != null) {
            List<String> found = directory.payersByRegistrationNumber(tenant, buyer.registrationNumber());
            if (!found.isEmpty()) {
                return found;
            }
        }
        return buyer.name() == null ? List.of() : directory.payersByName(tenant, buyer.name());
    }

    private List<String> byId(String tenant, PintParty.Id id) {
        if (CORPORATE_NUMBER.equals(id.scheme())) {
            return directory.payersByCorporateNumber(tenant, id.value());
        }
        return REGISTRATION_NUMBER.equals(id.scheme())
                ? directory.payersByRegistrationNumber(tenant, id.value())
                : directory.payersById(tenant, id.value());
    }

    private String contract(String tenant, String payer, PintInvoice invoice, List<RowFault> faults) {
        if (invoice.contractId() != null) {
            if (!Ids.isValid(invoice.contractId())) {
                faults.add(new RowFault(CONTRACT, "wrong-form", "is no id of a contract here"));
            }
            return invoice.contractId();
        }
        List<String> inForce = directory.contractsWith(tenant, payer).stream()
                .filter(id -> contracts
                        .find(new ContractId(tenant, id))
                        .filter(contract -> isInForce(contract, invoice.net()))
                        .isPresent())
                .toList();
        if (inForce.size() != 1) {
            String why = inForce.isEmpty() ? "no contract" : "more than one contract";
            faults.add(new RowFault(
                    CONTRACT,
                    inForce.isEmpty() ? "contract-not-found" : "contract-ambiguous",
                    why + " with this payer is in force in the period: name one"));
            return null;
        }
        return inForce.get(0);
    }

    private static boolean isInForce(ContractHistory contract, InvoiceDocument invoice) {
        return contract.inForceOn(invoice.transactionFrom()).isPresent()
                && contract.inForceOn(invoice.transactionTo()).isPresent();
    }
}
