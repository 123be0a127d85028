using EduAnalytics.Dashboard.Addresses;
using EduAnalytics.Dashboard.Shell;
using EduAnalytics.Dashboard.Texts;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;

namespace EduAnalytics.Dashboard.Compare;

/// <summary>Districts side by side over the years. The address is the state; a change of years asks nothing of the gateway.</summary>
public sealed partial class ComparePage : IDisposable
{
    private readonly PageContent<CompareData> content = new();
    private CompareView view = new();
    private ComparedIndicator? compared;

    [CascadingParameter]
    private Visitor Visitor { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    [Inject]
    private CompareReader Reader { get; set; } = null!;

    /// <summary>Packed in the prerendered HTML for the circuit that takes over.</summary>
    [PersistentState]
    public byte[]? Kept { get; set; }

    private CompareTexts Texts => Visitor.Texts.Compare;

    private string PageTitleText => compared is null
        ? Texts.Title
        : $"{Visitor.Name(compared.Indicator.Name, compared.Indicator.NameEn)} – {Texts.Title}";

    public void Dispose()
    {
        Navigation.LocationChanged -= OnLocationChanged;
        content.Dispose();
    }

    protected override async Task OnInitializedAsync()
    {
        Navigation.LocationChanged += OnLocationChanged;
        if (Handover.Unpack<CompareData>(Kept) is { } kept)
            content.Resume(kept);
        await Show();
    }

    private void OnLocationChanged(object? sender, LocationChangedEventArgs change)
    {
        if (new Uri(change.Location).AbsolutePath != "/")
            return;
        _ = InvokeAsync(async () =>
        {
            await Show();
            StateHasChanged();
        });
    }

    private async Task Show()
    {
        view = new AddressReader(new Uri(Navigation.Uri).Query).ReadCompare();
        var asked = view;
        var reading = content.Read(ending => Reader.Read(asked, content.Data, ending));
        if (!reading.IsCompleted)
            StateHasChanged();
        if (!await reading)
            return;
        compared = content.Data is { Question: { } question, Answer: { } answer }
            ? ComparedIndicator.Of(question, answer, asked, content.Data.Catalogue.Districts())
            : null;
        Kept = content.Data is { } data ? Handover.Pack(data) : null;
    }
}
