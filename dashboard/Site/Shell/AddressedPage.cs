using EduAnalytics.Dashboard.Addresses;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.AspNetCore.Http;

namespace EduAnalytics.Dashboard.Shell;

/// <summary>
/// A page whose state is its address: it reads what the address asks for, again when the address changes, and hands what a
/// prerender has read to the circuit that takes over. A page says what its address means and how to read that.
/// </summary>
/// <typeparam name="TView">What an address asks for; equal views show the same.</typeparam>
/// <typeparam name="TData">What is read for it; everything that the page shows follows from the two.</typeparam>
public abstract class AddressedPage<TView, TData> : ComponentBase, IDisposable
    where TView : class
    where TData : class
{
    private TView? _view;

    /// <summary>Packed in the prerendered HTML for the circuit that takes over.</summary>
    [PersistentState]
    public byte[]? Kept { get; set; }

    [CascadingParameter]
    protected Visitor Visitor { get; set; } = null!;

    /// <summary>Null in a circuit.</summary>
    [CascadingParameter]
    protected HttpContext? Http { get; set; }

    [Inject]
    protected NavigationManager Navigation { get; set; } = null!;

    protected PageContent<TData> Content { get; } = new();

    /// <summary>What the address asks for. While it is being read, <see cref="Content"/> still holds what was read before.</summary>
    protected TView View => _view ?? throw new InvalidOperationException("A page has no view before its parameters are set.");

    /// <summary>The page's own address; another query at the same path is still this page.</summary>
    protected abstract string Address { get; }

    public void Dispose()
    {
        Navigation.LocationChanged -= OnLocationChanged;
        Content.Dispose();
        GC.SuppressFinalize(this);
    }

    protected abstract TView Ask(AddressReader address);

    /// <param name="known">What was read before, whose parts may be kept; null at first.</param>
    protected abstract Task<TData> Read(TView asked, TData? known, CancellationToken ending);

    /// <summary>Whether what the address names does not exist, which makes the answer a 404.</summary>
    protected virtual bool IsMissing(TData data) => false;

    /// <summary>Makes ready, once for each reading, what the page draws from its data.</summary>
    protected virtual void Arrange(TData data)
    {
    }

    /// <summary>Reads the same view again, because the reader has changed something in it.</summary>
    protected Task Reload()
    {
        _view = null;
        return Show();
    }

    protected sealed override void OnInitialized()
    {
        Navigation.LocationChanged += OnLocationChanged;
        if (Handover.Unpack<TData>(Kept) is not { } kept)
            return;
        Content.Resume(kept);
        _view = Asked;
        Arrange(kept);
    }

    /// <summary>Another parameter of the path comes here, with the first ones.</summary>
    protected sealed override Task OnParametersSetAsync() => Show();

    private TView Asked => Ask(new AddressReader(new Uri(Navigation.Uri).Query));

    /// <summary>Another query at the same path comes as a change of location only.</summary>
    private void OnLocationChanged(object? sender, LocationChangedEventArgs change)
    {
        if (new Uri(change.Location).AbsolutePath != Navigation.ToAbsoluteUri(Address).AbsolutePath)
            return;
        _ = InvokeAsync(async () =>
        {
            var shown = Show();
            if (!shown.IsCompleted)
                StateHasChanged();
            await shown;
            StateHasChanged();
        });
    }

    private async Task Show()
    {
        var asked = Asked;
        if (asked.Equals(_view))
            return;
        _view = asked;
        if (!await Content.Read(ending => Read(asked, Content.Data, ending)))
            return;
        if (Content is not { Trouble: null, Data: { } data })
            return;
        Kept = Handover.Pack(data);
        Arrange(data);
        if (IsMissing(data))
            MissingPage.Mark(Http);
    }
}
