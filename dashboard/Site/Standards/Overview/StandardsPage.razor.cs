using EduAnalytics.Dashboard.Shell;
using EduAnalytics.Dashboard.Texts;
using Microsoft.AspNetCore.Components;

namespace EduAnalytics.Dashboard.Standards.Overview;

/// <summary>What every standard asks, and which districts meet it.</summary>
public sealed partial class StandardsPage : IDisposable
{
    private readonly PageContent<StandardsAnswer> content = new();

    [CascadingParameter]
    private Visitor Visitor { get; set; } = null!;

    [Inject]
    private StandardsReader Reader { get; set; } = null!;

    /// <summary>Packed in the prerendered HTML for the circuit that takes over.</summary>
    [PersistentState]
    public byte[]? Kept { get; set; }

    private StandardTexts Texts => Visitor.Texts.Standard;

    public void Dispose() => content.Dispose();

    protected override async Task OnInitializedAsync()
    {
        if (Handover.Unpack<StandardsAnswer>(Kept) is { } kept)
        {
            content.Resume(kept);
            return;
        }

        await content.Read(Reader.Read);
        Kept = content.Data is { } data ? Handover.Pack(data) : null;
    }
}
