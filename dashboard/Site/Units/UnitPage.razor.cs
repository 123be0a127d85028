using EduAnalytics.Dashboard.Addresses;
using EduAnalytics.Dashboard.Texts;
using Microsoft.AspNetCore.Components;

namespace EduAnalytics.Dashboard.Units;

/// <summary>One unit with all its indicators.</summary>
public sealed partial class UnitPage
{
    private Scorecard card = new([], []);

    [Inject]
    private UnitReader Reader { get; set; } = null!;

    [Parameter]
    public required string Id { get; set; }

    protected override string Address => Visitor.Urls.Unit(new UnitView(Id));

    private UnitTexts Texts => Visitor.Texts.Unit;

    /// <summary>What the page is about while it has no unit to name.</summary>
    private string Heading => Content switch
    {
        { Trouble: not null } => Visitor.Texts.Shell.Product,
        { Data: not null } => Texts.UnknownTitle,
        _ => Visitor.Texts.Shell.Loading,
    };

    private string PageTitleText => Content.Data?.Unit.OrgUnit is { } unit
        ? Visitor.Name(unit.Name, unit.NameEn)
        : Visitor.Texts.Shell.Product;

    protected override UnitView Ask(AddressReader address) => address.ReadUnit(Id);

    protected override Task<UnitData> Read(UnitView asked, UnitData? known, CancellationToken ending) => Reader.Read(asked, known, ending);

    protected override void Arrange(UnitData data) => card = Scorecard.Of(data);

    protected override bool IsMissing(UnitData data) => data.Unit.OrgUnit is null;

    /// <summary>Not so for a moment while another indicator is read: its period would be laid open for the one before.</summary>
    private bool IsAskedFor(ChosenIndicator chosen) =>
        View.Indicator is null || (View.Indicator == chosen.Code && View.Stage == chosen.Stage);
}
