using EduAnalytics.Gateway.Access;
using EduAnalytics.Gateway.Export.Requests;
using EduAnalytics.Gateway.Export.Tables;
using EduAnalytics.Gateway.Release.Live;
using static EduAnalytics.Gateway.Export.Tables.ExportColumn;

namespace EduAnalytics.Gateway.Export.Lists;

/// <summary>What came in from a unit and below within the last hour: a row for each minute in which anything did.</summary>
internal sealed class ActivityNumbers(ActivityRelease activity) : IListedNumbers
{
    public string Name => "activity";

    public IReadOnlyList<string> Parameters => ["orgUnit"];

    public Func<Caller, Task<ExportTable>> Ask(ExportParameters parameters, ExportLanguage language)
    {
        var unit = parameters.Required("orgUnit", "230400");
        return async caller =>
        {
            var shown = (await activity.Arrivals(caller, unit)).Shown;
            var (at, minutes) = (new UnitName(shown.Unit, language), shown.Minutes);
            return new ExportTable(ExportTitles.Data, minutes.Count,
            [
                .. UnitName.Columns(_ => at),
                new Instant("minute", new("分钟（UTC）", "Minute (UTC)"), i => minutes[i].Start),
                new Count("submissions", new("报送次数", "Submissions"), i => minutes[i].Submissions),
                new Count("lines", new("报送条数", "Lines"), i => minutes[i].Lines),
            ]);
        };
    }
}
