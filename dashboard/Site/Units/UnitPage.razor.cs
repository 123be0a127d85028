using EduAnalytics.Dashboard.Addresses;
using EduAnalytics.Dashboard.Shell;
using EduAnalytics.Dashboard.Texts;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.AspNetCore.Http;

namespace EduAnalytics.Dashboard.Units;

/// <summary>One unit with all its indicators. The address is the state.</summary>
public sealed partial class UnitPage : IDisposable
{
    private readonly PageContent<UnitData> content = new();
    private UnitView view = new(string.Empty);
    private Scorecard card = new([], []);

    [CascadingParameter]
    private Visitor Visitor { get; set; } = null!;

    [CascadingParameter]
    private HttpContext? Http { get; set; }

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    [Inject]
    private UnitReader Reader { get; set; } = null!;

    [Parameter]
    public required string Id { get; set; }

    /// <summary>Packed in the prerendered HTML for the circuit that takes over.</summary>
    [PersistentState]
    public byte[]? Kept { get; set; }

    private UnitTexts Texts => Visitor.Texts.Unit;

    /// <summary>What the page is about while it has no unit to name.</summary>
    private string Heading => content switch
    {
        { Trouble: not null } => Visitor.Texts.Shell.Product,
        { Data: not null } => Texts.UnknownTitle,
        _ => Visitor.Texts.Shell.Loading,
    };

    private string PageTitleText => content.Data?.Unit.OrgUnit is { } unit
        ? Visitor.Name(unit.Name, unit.NameEn)
        : Visitor.Texts.Shell.Product;

    public void Dispose()
    {
        Navigation.LocationChanged -= OnLocationChanged;
        content.Dispose();
    }

    protected override void OnInitialized()
    {
        Navigation.LocationChanged += OnLocationChanged;
        if (Handover.Unpack<UnitData>(Kept) is { } kept)
            content.Resume(kept);
    }

    /// <summary>Another unit is another parameter; another indicator of the same unit comes as a change of location only.</summary>
    protected override Task OnParametersSetAsync() => Show();

    private void OnLocationChanged(object? sender, LocationChangedEventArgs change)
    {
        if (!new Uri(change.Location).AbsolutePath.EndsWith($"/{Uri.EscapeDataString(Id)}", StringComparison.Ordinal))
            return;
        _ = InvokeAsync(async () =>
        {
            await Show();
            StateHasChanged();
        });
    }

    private async Task Show()
    {
        var asked = new AddressReader(new Uri(Navigation.Uri).Query).ReadUnit(Id);
        if (asked == view)
            return;
        view = asked;
        if (!await content.Read(ending => Reader.Read(asked, content.Data, ending)))
            return;
        card = content.Data is { } data ? Scorecard.Of(data) : new Scorecard([], []);
        Kept = content.Data is { } read ? Handover.Pack(read) : null;
        if (content.Data is { Unit.OrgUnit: null })
            MissingPage.Mark(Http);
    }
}
