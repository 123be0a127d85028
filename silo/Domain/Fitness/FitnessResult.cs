using System.Collections.Immutable;
using EduAnalytics.Domain.Schools;

namespace EduAnalytics.Domain.Fitness;

/// <summary>One student's test under the national student fitness standard (国家学生体质健康标准, 2014 revision).</summary>
/// <param name="Grade">1 to 12.</param>
/// <param name="Score">
/// 0 to 120: up to 100 by the weighted items and up to 20 extra points. Null for an exempt student, and in a submission whose
/// items are yet to be scored.
/// </param>
/// <param name="Items">The raw items that the score was computed from; null where the sender gave the total.</param>
public sealed record FitnessResult(
    string Student, DateOnly TestedOn, int Grade, Sex Sex, decimal? Score, ImmutableArray<FitnessItemValue>? Items = null)
{
    /// <summary>Exempt from the standard (免予执行): kept, and counted neither as tested nor as failed.</summary>
    public bool Exempt => Items is [{ Item: FitnessItemCodes.Exempt, Value: 1 }];
}
