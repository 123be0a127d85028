using System.Collections.Immutable;
using EduAnalytics.Domain.Indicators;

namespace EduAnalytics.Domain.Standards;

/// <summary>Over what a criterion is taken. Closed: the assessor knows every kind.</summary>
public abstract record CriterionScope
{
    private CriterionScope()
    {
    }

    /// <summary>The unit's own value.</summary>
    public sealed record OwnValue : CriterionScope;

    /// <summary>The value of every school of the stage.</summary>
    public sealed record EachSchool : CriterionScope;

    /// <summary>
    /// The coefficient of variation between the schools of the stage, or the mean of several. Where no school's figures
    /// are held, the unit's own statement of the criterion's indicator stands in.
    /// </summary>
    /// <param name="Of">The ratios whose coefficients are taken; one at least.</param>
    public sealed record Spread(ImmutableArray<Indicator> Of) : CriterionScope;

    /// <summary>
    /// Every school meets at least so many of the criteria named as the threshold says, and stands at a share of the
    /// threshold of each of the others.
    /// </summary>
    /// <param name="Criteria">Codes of criteria over each school, of the same stage.</param>
    /// <param name="RestShare">0.85: the seventh may fall short by 15 hundredths.</param>
    public sealed record MostOf(ImmutableArray<string> Criteria, decimal RestShare) : CriterionScope;
}
