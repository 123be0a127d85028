using EduAnalytics.Dashboard.Addresses;
using EduAnalytics.Dashboard.Shell;
using EduAnalytics.Dashboard.Texts;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.AspNetCore.Http;

namespace EduAnalytics.Dashboard.Findings;

/// <summary>What stands against the figures of a unit and of everything below it. The address is the state.</summary>
public sealed partial class FindingsPage : IDisposable
{
    private readonly PageContent<FindingsData> content = new();
    private FindingsView view = new();

    [CascadingParameter]
    private Visitor Visitor { get; set; } = null!;

    [CascadingParameter]
    private HttpContext? Http { get; set; }

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    [Inject]
    private FindingsReader Reader { get; set; } = null!;

    /// <summary>Packed in the prerendered HTML for the circuit that takes over.</summary>
    [PersistentState]
    public byte[]? Kept { get; set; }

    private FindingTexts Texts => Visitor.Texts.Finding;

    private string PageTitleText => content.Data?.Unit is { } unit ? $"{Texts.PageTitle} – {Visitor.Name(unit.Name, unit.NameEn)}" : Texts.PageTitle;

    public void Dispose()
    {
        Navigation.LocationChanged -= OnLocationChanged;
        content.Dispose();
    }

    protected override async Task OnInitializedAsync()
    {
        Navigation.LocationChanged += OnLocationChanged;
        view = Asked;
        if (Handover.Unpack<FindingsData>(Kept) is { } kept)
            content.Resume(kept);
        else
            await Show();
    }

    private FindingsView Asked => new AddressReader(new Uri(Navigation.Uri).Query).ReadFindings();

    private void OnLocationChanged(object? sender, LocationChangedEventArgs change)
    {
        if (new Uri(change.Location).AbsolutePath != "/findings")
            return;
        _ = InvokeAsync(async () =>
        {
            await Show();
            StateHasChanged();
        });
    }

    private async Task Show()
    {
        view = Asked;
        var asked = view;
        if (!await content.Read(ending => Reader.Read(asked, content.Data, ending)))
            return;
        Kept = content.Data is { } data ? Handover.Pack(data) : null;
        if (content.Data is { Unit: null } && asked.Unit is not null)
            MissingPage.Mark(Http);
    }

    private string Headline(FindingList list)
    {
        var when = content.Data?.Period is { } period ? Visitor.Numbers.Period(period) : Texts.AllPeriods;
        return string.Format(Visitor.Language.Culture, Texts.Headline, when, list.TotalCount);
    }
}
