using EduAnalytics.Dashboard.Addresses;
using EduAnalytics.Dashboard.Findings;
using EduAnalytics.Dashboard.Shell;
using EduAnalytics.Dashboard.Standards;
using EduAnalytics.Dashboard.Texts;
using Microsoft.AspNetCore.Components;

namespace EduAnalytics.Dashboard.Compare.Summary;

/// <summary>What is missed in the whole city, at a glance: where nothing comes back, two links remain.</summary>
public sealed partial class CitySummary : IDisposable
{
    private readonly PageContent<SummaryAnswer> standings = new();
    private readonly PageContent<FindingsData> found = new();

    [CascadingParameter]
    private Visitor Visitor { get; set; } = null!;

    [Inject]
    private SummaryReader Standings { get; set; } = null!;

    [Inject]
    private FindingsReader Found { get; set; } = null!;

    private CompareTexts Texts => Visitor.Texts.Compare;

    /// <summary>Without the standards by which no district can be judged.</summary>
    private IEnumerable<(NamedStandard Standard, int Missed, int Judged)> Judged =>
        from standard in standings.Data!.Standards
        let count = standings.Data.Count(standard)
        where count.Judged > 0
        select (standard, count.Missed, count.Judged);

    public void Dispose()
    {
        standings.Dispose();
        found.Dispose();
    }

    /// <summary>Off the circuit's own thread: the first look at every school takes a while, and the slicers must answer meanwhile.</summary>
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender)
            return;
        await Show(standings, Standings.Read);
        await Show(found, ending => Found.Read(new FindingsView(), null, ending));
    }

    private async Task Show<T>(PageContent<T> content, Func<CancellationToken, Task<T>> read)
        where T : class
    {
        if (await content.Read(ending => Task.Run(() => read(ending), ending)))
            StateHasChanged();
    }
}
