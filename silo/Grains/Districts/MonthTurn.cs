using System.Collections.Immutable;
using EduAnalytics.Contracts.Schools;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Periods;
using EduAnalytics.Domain.Schools;
using EduAnalytics.Grains.RollUps;
using Microsoft.Extensions.Logging;

namespace EduAnalytics.Grains.Districts;

/// <summary>
/// Tells a district's schools when the calendar has ended a month, so that one that fell silent owes that month's report like
/// any other. A reminder asks for it every day: a district that nobody asks for sleeps, and a timer sleeps with it. Which months
/// were told stands in the district's journal; a month that not all schools have heard of is told again. Used on its grain's
/// scheduler only.
/// </summary>
internal sealed class MonthTurn(Authority authority, IGrainFactory grains, TimeProvider time, MonthTurnOptions options, ILogger logger)
{
    public const string Reminder = "month-turn";

    public TimeSpan Between => options.Between;

    private Period NewestDue => ReportCalendar.NewestDue(Today);

    private DateOnly Today => DateOnly.FromDateTime(time.GetLocalNow().DateTime);

    /// <summary>How long until the first look: soon where a month waits to be told, else in the quiet of the next night.</summary>
    public TimeSpan UntilLook()
    {
        if (authority.NewestMonthEnded is not { } told || told.Ordinal < NewestDue.Ordinal)
            return options.Soon;
        var now = time.GetLocalNow();
        var look = now.Date + options.TimeOfDay;
        return (look > now.DateTime ? look : look.AddDays(1)) - now.DateTime;
    }

    /// <summary>
    /// Tells what is due. A district that has told of no month yet begins with the next: what was before is judged by the
    /// schools' own records, as it is where a city's past is brought in.
    /// </summary>
    public async Task Look()
    {
        if (authority.NewestMonthEnded is not { } told)
        {
            await authority.EndMonth(NewestDue);
            return;
        }

        foreach (var month in ReportCalendar.MonthsAfter(told, NewestDue))
        {
            if (!await Tell(month) || (await authority.EndMonth(month)).Refused)
                return;
        }
    }

    /// <summary>A school that never accepted anything has nobody to report on, and is not woken.</summary>
    private async Task<bool> Tell(Period month)
    {
        ImmutableArray<OrgUnit> schools = [.. authority.Children.Where(school => authority.HeldOf(school.Id) > 0)];
        var heard = await Task.WhenAll(schools.Select(school => Tell(school, month)));
        return heard.All(one => one);
    }

    private async Task<bool> Tell(OrgUnit school, Period month)
    {
        try
        {
            return !(await grains.GetGrain<ISchoolGrain>(school.Id.Code).EndMonth(month)).Refused;
        }
        catch (Exception e) when (e is OrleansException or TimeoutException)
        {
            logger.LogWarning(e, "{School} did not hear that {Month} is over; it is told at the next look.", school.Id, month);
            return false;
        }
    }
}

/// <summary>When districts look at the calendar.</summary>
internal sealed class MonthTurnOptions
{
    /// <summary>Before the first look of a district that wakes with a month to tell: after a failure others have the silo first.</summary>
    public TimeSpan Soon { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>When in the day it looks, by the clock of the place.</summary>
    public TimeSpan TimeOfDay { get; set; } = TimeSpan.FromHours(3);

    /// <summary>From one look to the next.</summary>
    public TimeSpan Between { get; set; } = TimeSpan.FromDays(1);
}
