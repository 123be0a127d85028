using EduAnalytics.Dashboard.Addresses;
using EduAnalytics.Dashboard.Shell;
using EduAnalytics.Dashboard.Texts;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.AspNetCore.Http;

namespace EduAnalytics.Dashboard.Standards;

/// <summary>How one unit stands by one standard in one period. The address is the state.</summary>
public sealed partial class CompliancePage : IDisposable
{
    private readonly PageContent<ComplianceData> content = new();
    private ComplianceView view = new(string.Empty, string.Empty);
    private Assessment? assessment;

    [CascadingParameter]
    private Visitor Visitor { get; set; } = null!;

    [CascadingParameter]
    private HttpContext? Http { get; set; }

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    [Inject]
    private ComplianceReader Reader { get; set; } = null!;

    /// <summary>The org unit.</summary>
    [Parameter]
    public required string Id { get; set; }

    /// <summary>The standard.</summary>
    [Parameter]
    public required string Code { get; set; }

    /// <summary>Packed in the prerendered HTML for the circuit that takes over.</summary>
    [PersistentState]
    public byte[]? Kept { get; set; }

    private StandardTexts Texts => Visitor.Texts.Standard;

    /// <summary>What the page is about while it has no unit to name.</summary>
    private string Heading => content switch
    {
        { Trouble: not null } => Visitor.Texts.Shell.Product,
        { Data.Asked: null, Data: not null } => Texts.UnknownTitle,
        { Data: not null } => Visitor.Texts.Unit.UnknownTitle,
        _ => Visitor.Texts.Shell.Loading,
    };

    private string PageTitleText => content.Data is { Unit.OrgUnit: { } unit, Asked: { } standard }
        ? $"{Visitor.Name(standard.Name, standard.NameEn)} – {Visitor.Name(unit.Name, unit.NameEn)}"
        : Visitor.Texts.Shell.Product;

    public void Dispose()
    {
        Navigation.LocationChanged -= OnLocationChanged;
        content.Dispose();
    }

    protected override void OnInitialized()
    {
        Navigation.LocationChanged += OnLocationChanged;
        if (Handover.Unpack<ComplianceData>(Kept) is { } kept)
            content.Resume(kept);
    }

    protected override Task OnParametersSetAsync() => Show();

    /// <summary>Another period or stage of the same unit and standard comes as a change of location only.</summary>
    private void OnLocationChanged(object? sender, LocationChangedEventArgs change)
    {
        if (new Uri(change.Location).AbsolutePath != Navigation.ToAbsoluteUri(Visitor.Urls.Compliance(new ComplianceView(Id, Code))).AbsolutePath)
            return;
        _ = InvokeAsync(async () =>
        {
            await Show();
            StateHasChanged();
        });
    }

    private async Task Show()
    {
        var asked = new AddressReader(new Uri(Navigation.Uri).Query).ReadCompliance(Id, Code);
        if (asked == view)
            return;
        view = asked;
        if (!await content.Read(ending => Reader.Read(asked, content.Data, ending)))
            return;
        assessment = content.Data is { Asked: { } standard, Own: { } own, Unit.OrgUnit: { } unit }
            ? new Assessment(standard, own, unit.OrgUnit)
            : null;
        Kept = content.Data is { } data ? Handover.Pack(data) : null;
        if (content.Data is { Period: null })
            MissingPage.Mark(Http);
    }
}
