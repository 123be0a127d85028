using System.Collections.Concurrent;
using System.Diagnostics;

namespace EduAnalytics.Journal.Tests;

public sealed class InstrumentTests
{
    [Fact]
    public async Task Each_append_is_timed_and_each_group_is_a_span()
    {
        using var durations = new MeasurementsOf<double>("journal.append.duration");
        var spans = new ConcurrentQueue<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "EduAnalytics.Journal",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = spans.Enqueue,
        };
        ActivitySource.AddActivityListener(listener);
        await using var disk = new JournalOnDisk();

        await disk.AppendAsync("u", 1);
        await disk.AppendAsync("u", 2);
        await disk.CloseAsync();

        Assert.Equal(2, durations.Values.Count);
        Assert.All(durations.Values, seconds => Assert.InRange(seconds, 0.000_001, 60));
        Assert.Equal(2, spans.Count);
        Assert.All(spans, span => Assert.Equal(("journal.commit", 1), (span.OperationName, span.GetTagItem("journal.group.size"))));
    }
}
