using EduAnalytics.Dashboard.Addresses;
using EduAnalytics.Dashboard.PlotViews;
using EduAnalytics.Dashboard.Texts;
using Microsoft.AspNetCore.Components;

namespace EduAnalytics.Dashboard.Standards;

/// <summary>How one unit stands by one standard in one period.</summary>
public sealed partial class CompliancePage
{
    private Assessment? assessment;

    [Inject]
    private ComplianceReader Reader { get; set; } = null!;

    /// <summary>The org unit.</summary>
    [Parameter]
    public required string Id { get; set; }

    /// <summary>The standard.</summary>
    [Parameter]
    public required string Code { get; set; }

    protected override string Address => Visitor.Urls.Compliance(new ComplianceView(Id, Code));

    private StandardTexts Texts => Visitor.Texts.Standard;

    /// <summary>What the page is about while it has no unit to name.</summary>
    private string Heading => Content switch
    {
        { Trouble: not null } => Visitor.Texts.Shell.Product,
        { Data.Asked: null, Data: not null } => Texts.UnknownTitle,
        { Data: not null } => Visitor.Texts.Unit.UnknownTitle,
        _ => Visitor.Texts.Shell.Loading,
    };

    private string PageTitleText => Content.Data is { Unit.OrgUnit: { } unit, Asked: { } standard }
        ? $"{Visitor.Name(standard.Name, standard.NameEn)} – {Visitor.Name(unit.Name, unit.NameEn)}"
        : Visitor.Texts.Shell.Product;

    protected override ComplianceView Ask(AddressReader address) => address.ReadCompliance(Id, Code);

    protected override Task<ComplianceData> Read(ComplianceView asked, ComplianceData? known, CancellationToken ending) =>
        Reader.Read(asked, known, ending);

    private TakeAway TakeAway(AssessedUnit unit, Standard standard, string period) => new(
        "compliance",
        null,
        [new(format => Visitor.Urls.ComplianceFile(unit.Id, standard.Code, period, format))],
        new NumberQuery(ComplianceReader.DocumentFor(unit), ComplianceReader.Variables(unit.Id, standard.Code, period)));

    protected override void Arrange(ComplianceData data) =>
        assessment = data is { Asked: { } standard, Own: { } own, Unit.OrgUnit: { } unit }
            ? new Assessment(standard, own, unit.OrgUnit)
            : null;

    protected override bool IsMissing(ComplianceData data) => data.Period is null;
}
