using EduAnalytics.Domain.Indicators;

namespace EduAnalytics.Domain.Live;

/// <summary>How a value moved within the last hour.</summary>
/// <param name="Before">As it stood before the first of the hour's changes.</param>
/// <param name="Now">As it stands.</param>
/// <param name="At">When the newest change was noticed.</param>
/// <param name="Times">How often it moved, changes within a second counted as one.</param>
public sealed record RecentChange(IndicatorValue Before, IndicatorValue Now, DateTimeOffset At, int Times);
