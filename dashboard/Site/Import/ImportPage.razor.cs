using System.Collections.Immutable;
using EduAnalytics.Dashboard.Shell;
using EduAnalytics.Dashboard.Texts;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;

namespace EduAnalytics.Dashboard.Import;

/// <summary>A file on its way in: chosen, checked, looked at, sent. What was sent stays where the reader leaves the page.</summary>
public sealed partial class ImportPage : IAsyncDisposable
{
    private const long MostMappingBytes = 1024 * 1024;
    private readonly PageContent<ImportAnswer> content = new();
    private readonly CancellationTokenSource leaving = new();
    private ImportStep step = ImportStep.Choosing;
    private bool ready;
    private HeldFile? file;
    private int chosen;
    private string? mapping;
    private string? orgUnit;
    private string? document;
    private bool skipBadRows;
    private ImmutableArray<string>? refusal;
    private ImportReport? report;
    private ImportProgress? progress;

    [CascadingParameter]
    private Visitor Visitor { get; set; } = null!;

    [Inject]
    private IImportClient Client { get; set; } = null!;

    private ImportTexts Texts => Visitor.Texts.Import;

    /// <summary>A page without its circuit cannot take a file, and one that is sending must not change it.</summary>
    private bool IsOpen => ready && step == ImportStep.Choosing;

    private ImportRequest Request => new(file!.Name, mapping, orgUnit, document, skipBadRows);

    public async ValueTask DisposeAsync()
    {
        await leaving.CancelAsync();
        content.Dispose();
        if (file is not null)
            await file.DisposeAsync();
        leaving.Dispose();
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender)
            return;

        // The file inputs begin to listen in their own turn after this one; a file chosen before would go unnoticed.
        await Task.Yield();
        ready = true;
        StateHasChanged();
    }

    private async Task Choose(InputFileChangeEventArgs change)
    {
        Forget();
        step = ImportStep.Reading;
        if (file is not null)
            await file.DisposeAsync();
        file = null;
        try
        {
            file = await HeldFile.Take(change.File, leaving.Token);
        }
        catch (IOException)
        {
            refusal = [Text(Texts.TooLarge, HeldFile.MostBytes / (1024 * 1024))];
            (step, chosen) = (ImportStep.Choosing, chosen + 1);
            return;
        }

        await Check();
    }

    private async Task ChooseMapping(InputFileChangeEventArgs change)
    {
        using var text = new StreamReader(change.File.OpenReadStream(MostMappingBytes, leaving.Token));
        mapping = await text.ReadToEndAsync(leaving.Token);
        await Check();
    }

    private async Task Check()
    {
        if (file is null)
            return;
        Forget();
        step = ImportStep.Checking;
        await content.Read(ending => Client.CheckAsync(file.Content, Request, ending));
        (refusal, report) = content.Trouble is null ? (content.Data?.Refusal, content.Data?.Report) : (null, null);
        step = ImportStep.Choosing;
    }

    private async Task Send()
    {
        step = ImportStep.Sending;
        await content.Read(async ending =>
        {
            var last = new ImportAnswer();
            await foreach (var answer in Client.SendAsync(file!.Content, Request, ending))
            {
                last = answer;
                progress = answer.Progress ?? progress;
                StateHasChanged();
            }

            return last;
        });
        step = ImportStep.Choosing;
    }

    private void Forget() => (refusal, report, progress) = (null, null, null);

    private string Text(string format, params object[] values) => string.Format(Visitor.Language.Culture, format, values);
}

/// <summary>Where the page stands.</summary>
internal enum ImportStep
{
    Choosing,
    Reading,
    Checking,
    Sending,
}
