using System.Collections.Immutable;
using EduAnalytics.Domain.Indicators;
using EduAnalytics.Domain.Periods;

namespace EduAnalytics.Gateway.Queries;

/// <summary>
/// The periods that a reader means by from and to. Both of one kind: every period between them, with data or without, so
/// that a gap shows. Otherwise the periods that hold data within the bounds given: those of the bounds' kinds, and years
/// and half-years unless a bound names another kind. School years and months stand beside nothing unless asked for.
/// </summary>
public sealed record PeriodRange(Period? From, Period? To)
{
    private const int MostPeriods = 400;

    /// <summary>True where the range itself names its periods, without a look at the data.</summary>
    public bool IsComplete => From is { } from && To is { } to && from.Type == to.Type;

    /// <exception cref="QueryRefusedException">The range runs backwards, is too long, or is of a kind the indicator is not kept by.</exception>
    public void Check(Indicator indicator)
    {
        foreach (var bound in new[] { From, To })
        {
            if (bound is { } given && !indicator.PeriodTypes.Contains(given.Type))
            {
                var kinds = string.Join(", ", indicator.PeriodTypes);
                throw new QueryRefusedException(
                    QueryErrorCodes.WrongPeriod, $"{indicator.Code} is kept by {kinds}; {given} is none.", given.ToString());
            }
        }

        if (From is { } from && To is { } to && from.Start > to.End)
            throw new QueryRefusedException(QueryErrorCodes.BadArgument, $"The range runs backwards, from {from} to {to}.", $"{from}..{to}");
    }

    /// <summary>Every period of a range that <see cref="IsComplete"/>.</summary>
    public ImmutableArray<Period> All()
    {
        var periods = ImmutableArray.CreateBuilder<Period>();
        for (var period = From!.Value; period.Start <= To!.Value.Start; period = period.Next)
        {
            if (periods.Count == MostPeriods)
            {
                throw new QueryRefusedException(
                    QueryErrorCodes.BadArgument, $"A range has at most {MostPeriods} periods; {From} to {To} has more.", $"{From}..{To}");
            }

            periods.Add(period);
        }

        return periods.ToImmutable();
    }

    public bool Includes(Period period) =>
        IsAskedFor(period.Type) && (From is not { } from || period.Start >= from.Start) && (To is not { } to || period.End <= to.End);

    private bool IsAskedFor(PeriodType type) =>
        type == From?.Type || type == To?.Type
        || (IsCommon(type) && (From is not { } from || IsCommon(from.Type)) && (To is not { } to || IsCommon(to.Type)));

    private static bool IsCommon(PeriodType type) => type is PeriodType.Year or PeriodType.HalfYear;
}
