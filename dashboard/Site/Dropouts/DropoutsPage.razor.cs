using EduAnalytics.Dashboard.Addresses;
using EduAnalytics.Dashboard.Figures;
using EduAnalytics.Dashboard.Texts;
using Microsoft.AspNetCore.Components;

namespace EduAnalytics.Dashboard.Dropouts;

/// <summary>The three ledgers of controlling dropout (控辍保学台账) of a unit, and who below it stands behind them.</summary>
public sealed partial class DropoutsPage
{
    [Inject]
    private DropoutsReader Reader { get; set; } = null!;

    /// <summary>The org unit.</summary>
    [Parameter]
    public required string Id { get; set; }

    protected override string Address => Visitor.Urls.Dropouts(new DropoutsView(Id));

    private DropoutTexts Texts => Visitor.Texts.Dropout;

    private string PageTitleText => Content.Data?.Unit is { } unit ? $"{Texts.Title} – {Visitor.Name(unit.Name, unit.NameEn)}" : Texts.Title;

    protected override DropoutsView Ask(AddressReader address) => address.ReadDropouts(Id);

    protected override Task<DropoutsData> Read(DropoutsView asked, DropoutsData? known, CancellationToken ending) => Reader.Read(asked, known, ending);

    protected override bool IsMissing(DropoutsData data) => data.Unit is null;

    private string Headline(DropoutLedger ledger, string period) => string.Format(
        Visitor.Language.Culture, Texts.Headline, Visitor.Numbers.Period(period), Shown(ledger.Suspected), Shown(ledger.Confirmed), Shown(ledger.Closed));

    private string Shown(Reading reading) =>
        reading.Value is { } value ? Visitor.Numbers.Amount(value) : ReadingText.Absence(reading, Visitor.Texts.Figure);
}
