package io.seikyu.documents.pint;

import com.helger.diagnostics.error.IError;
import com.helger.phive.api.execute.ValidationExecutionManager;
import com.helger.phive.api.executorset.IValidationExecutorSet;
import com.helger.phive.api.executorset.ValidationExecutorSetRegistry;
import com.helger.phive.api.validity.IValidityDeterminator;
import com.helger.phive.peppol.PeppolValidationPint;
import com.helger.phive.peppol.PeppolValidationPintJP;
import com.helger.phive.xml.source.IValidationSourceXML;
import com.helger.phive.xml.source.ValidationSourceXML;
import com.helger.ubl21.UBL21Marshaller;
import com.helger.xml.schema.XMLSchemaCache;
import io.seikyu.documents.xml.HardenedParser;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import javax.xml.transform.sax.SAXSource;
import javax.xml.validation.Schema;
import javax.xml.validation.Validator;
import oasis.names.specification.ubl.schema.xsd.invoice_21.InvoiceType;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/**
 * The official rules of JP PINT 1.1.2 for invoices: the schema of UBL 2.1, PINT's rules, and Japan's. Loaded when the
 * first document is checked, which takes a few seconds; any number of threads may check.
 */
public final class PintRules {
    /** A file with more faults than this is told of so many. */
    static final int MOST_FAULTS = 100;

    private static final String INVOICE = "urn:oasis:names:specification:ubl:schema:xsd:Invoice-2";
    private static final String CREDIT_NOTE = "urn:oasis:names:specification:ubl:schema:xsd:CreditNote-2";

    private static final PintFault NO_UBL = new PintFault("xsd", "", "the file is no UBL 2.1 Invoice");

    private PintRules() {}

    /** Everything that is wrong with the file; nothing when it is an invoice of JP PINT. Any bytes may be asked about. */
    public static List<PintFault> faults(byte[] xml) {
        return check(xml).faults();
    }

    /**
     * Schema first; only what is UBL is held against the rules.
     *
     * @return with the invoice unless the file is none of UBL
     */
    static Checked check(byte[] xml) {
        Document document;
        try {
            document = UntrustedXml.parse(xml);
        } catch (UntrustedXml.Refused refused) {
            return new Checked(null, List.of(refused.fault()));
        }
        Optional<PintFault> other = otherDocument(document.getDocumentElement());
        if (other.isPresent()) {
            return new Checked(null, List.of(other.get()));
        }
        List<PintFault> ofSchema = schemaFaults(xml);
        if (!ofSchema.isEmpty()) {
            return new Checked(null, ofSchema);
        }
        InvoiceType invoice = UBL21Marshaller.invoice().setUseSchema(false).read(document);
        return invoice == null ? new Checked(null, List.of(NO_UBL)) : new Checked(invoice, ruleFaults(document));
    }

    /** @param invoice absent when the file is none of UBL */
    record Checked(InvoiceType invoice, List<PintFault> faults) {}

    private static Optional<PintFault> otherDocument(Element root) {
        if (CREDIT_NOTE.equals(root.getNamespaceURI())) {
            return Optional.of(new PintFault(
                    "credit", "/CreditNote", "this is a credit note: hand it in as a credit note of its invoice"));
        }
        return INVOICE.equals(root.getNamespaceURI()) && "Invoice".equals(root.getLocalName())
                ? Optional.empty()
                : Optional.of(
                        new PintFault("xsd", "/" + root.getNodeName(), "this is no UBL 2.1 Invoice (" + INVOICE + ")"));
    }

    private static List<PintFault> schemaFaults(byte[] xml) {
        List<PintFault> faults = new ArrayList<>();
        try {
            Validator validator = Loaded.SCHEMA.newValidator();
            validator.setErrorHandler(new SchemaFaults(faults));
            validator.validate(new SAXSource(HardenedParser.reader(), new InputSource(new ByteArrayInputStream(xml))));
        } catch (SAXException | IOException e) {
            faults.add(new PintFault("xsd", "", e.getMessage()));
        }
        return List.copyOf(faults);
    }

    private record SchemaFaults(List<PintFault> faults) implements ErrorHandler {
        @Override
        public void warning(SAXParseException warning) {
            // what the schema only wonders about is no fault
        }

        @Override
        public void error(SAXParseException e) {
            if (faults.size() < MOST_FAULTS) {
                String place = "line " + e.getLineNumber() + ", column " + e.getColumnNumber();
                faults.add(new PintFault("xsd", place, e.getMessage()));
            }
        }

        @Override
        public void fatalError(SAXParseException e) {
            error(e);
        }
    }

    private static List<PintFault> ruleFaults(Document document) {
        List<PintFault> faults = new ArrayList<>();
        ValidationExecutionManager.executeValidation(
                        IValidityDeterminator.createDefault(),
                        Loaded.RULES,
                        ValidationSourceXML.create("invoice", document),
                        Locale.ENGLISH)
                .forEachFlattened(IError::isError, error -> {
                    if (faults.size() < MOST_FAULTS) {
                        faults.add(ruleFault(error));
                    }
                });
        return List.copyOf(faults);
    }

    private static PintFault ruleFault(IError error) {
        String rule = Objects.toString(error.getErrorID(), "schematron");
        String place = Objects.toString(error.getErrorFieldName(), "").replace("/:", "/");
        String text = Objects.toString(error.getErrorText(Locale.ENGLISH), "").strip();
        int end = text.startsWith("[") ? text.indexOf(']') : -1;
        return new PintFault(rule, place, text.substring(end + 1).replaceFirst("^[ -]+", ""));
    }

    private static final class Loaded {
        static final Schema SCHEMA = XMLSchemaCache.getInstance().getSchema(UBL21Marshaller.getAllInvoiceXSDs());
        static final IValidationExecutorSet<IValidationSourceXML> RULES = load();

        private static IValidationExecutorSet<IValidationSourceXML> load() {
            ValidationExecutorSetRegistry<IValidationSourceXML> registry = new ValidationExecutorSetRegistry<>();
            PeppolValidationPint.init(registry);
            PeppolValidationPintJP.init(registry);
            return Objects.requireNonNull(
                    registry.getOfID(PeppolValidationPintJP.VID_OPENPEPPOL_JP_PINT_INVOICE_1_1_2));
        }
    }
}
