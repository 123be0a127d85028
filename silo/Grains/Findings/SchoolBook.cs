using EduAnalytics.Domain.Catalogues;
using EduAnalytics.Domain.Findings;
using EduAnalytics.Domain.Schools;

namespace EduAnalytics.Grains.Findings;

/// <summary>What a school's figures are looked through for, the same whether its grain asks or its journal is read.</summary>
internal static class SchoolBook
{
    public static FindingBook Of(SchoolMeasures measures, SchoolLedger ledger, Catalogue catalogue) => new(
        catalogue.Rulebook, measures.Unit, () => new FindingScope(catalogue, measures, ledger.Stated, null) { Problems = ledger.Problems });
}
