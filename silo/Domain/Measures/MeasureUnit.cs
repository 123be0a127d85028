namespace EduAnalytics.Domain.Measures;

/// <summary>A unit in which measures and indicators are kept, with what it says about their numbers.</summary>
/// <param name="Code">The word by which the catalogue names it: <c>students</c>, <c>CNY</c>, <c>percent</c>.</param>
/// <param name="Whole">True where only whole numbers make sense.</param>
/// <param name="Additive">False for shares and averages, which are never summed.</param>
public sealed record MeasureUnit(string Code, string Name, string NameEn, bool Whole, bool Additive)
{
    /// <inheritdoc cref="Measure.SmallestShown"/>
    public int SmallestShown { get; init; }
}
