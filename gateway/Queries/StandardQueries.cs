using EduAnalytics.Domain.Catalogues;
using EduAnalytics.Domain.Periods;
using EduAnalytics.Domain.Standards;

namespace EduAnalytics.Gateway.Queries;

/// <summary>The standards of the catalogue.</summary>
public sealed class StandardQueries(Catalogue catalogue)
{
    public IReadOnlyList<Standard> All => catalogue.Standards;

    public Standard? Find(string code) => catalogue.FindStandard(code);

    /// <exception cref="QueryRefusedException">The catalogue holds no such standard.</exception>
    public Standard Require(string code) => Find(code) ?? throw new QueryRefusedException(
        QueryErrorCodes.UnknownStandard, $"There is no standard '{code}'. List them with standards.", code);

    /// <summary>Refuses what the catalogue does not keep, before any grain is asked.</summary>
    /// <exception cref="QueryRefusedException">The standard is unknown, or none of its indicators is kept by that kind of period.</exception>
    public Standard Check(string code, Period period)
    {
        var known = Require(code);
        if (known.PeriodTypes.Contains(period.Type))
            return known;
        var kinds = string.Join(", ", known.PeriodTypes);
        throw new QueryRefusedException(QueryErrorCodes.WrongPeriod, $"{code} is assessed by {kinds}; {period} is none.", period.ToString());
    }
}
