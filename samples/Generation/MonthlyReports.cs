using EduAnalytics.Domain.Measures;
using EduAnalytics.Domain.Periods;
using EduAnalytics.Domain.Schools;

namespace EduAnalytics.Samples.Generation;

/// <summary>A school's monthly dropout reports. Now and then one is forgotten, so that it can be seen what that does.</summary>
/// <param name="chance">Of its own: what schools report must not change who drops out.</param>
internal sealed class MonthlyReports(GeneratorSettings settings, Chance chance)
{
    private const int RegistersOpen = 3;
    private static readonly int[] months = [1, 2, 3, 4, 5, 6, 9, 10, 11, 12];

    public IEnumerable<Figure> For(int year, IReadOnlyCollection<EnrolmentEvent> events)
    {
        foreach (var month in months)
        {
            if ((year == settings.FirstYear && month < RegistersOpen) || chance.Happens(settings.ReportsMissing))
                continue;
            var period = Period.Of(PeriodType.Month, new DateOnly(year, month, 1));
            yield return new Figure(MeasureCodes.DroppedOut, period, null, StillAway(events, period));
        }
    }

    private static int StillAway(IEnumerable<EnrolmentEvent> events, Period month) => events
        .Where(line => month.Contains(line.Date))
        .GroupBy(line => line.Student)
        .Count(student => student.Last().Kind == EnrolmentKind.DroppedOut);
}
