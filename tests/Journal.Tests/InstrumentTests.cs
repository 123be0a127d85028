using System.Collections.Concurrent;
using System.Diagnostics;

namespace EduAnalytics.Journal.Tests;

public sealed class InstrumentTests
{
    [Fact]
    public async Task Each_append_is_timed_and_a_span_and_each_group_is_a_span_below_it()
    {
        using var durations = new MeasurementsOf<double>("edu.journal.append.duration");
        var spans = new ConcurrentQueue<Activity>();
        using var listener = Listen(spans);
        await using var disk = new JournalOnDisk();

        await disk.AppendAsync("u", 1);
        await disk.AppendAsync("u", 2);
        await disk.CloseAsync();

        Assert.Equal(2, durations.Values.Count);
        Assert.All(durations.Values, seconds => Assert.InRange(seconds, 0.000_001, 60));
        var appends = spans.Where(span => span.OperationName == "journal.append").ToList();
        var commits = spans.Where(span => span.OperationName == "journal.commit").ToList();
        Assert.Equal(2, appends.Count);
        Assert.Equal(appends.Select(span => span.SpanId).ToHashSet(), commits.Select(span => span.ParentSpanId).ToHashSet());
        Assert.All(commits, span => Assert.Equal(("sqlite", 1), (span.GetTagItem("db.system.name"), span.GetTagItem("db.operation.batch.size"))));
    }

    [Fact]
    public async Task A_commit_that_several_appends_share_is_below_the_first_and_linked_with_the_others()
    {
        var spans = new ConcurrentQueue<Activity>();
        using var listener = Listen(spans);
        await using (var disk = new JournalOnDisk())
            await Task.WhenAll(Enumerable.Range(1, 200).Select(unit => disk.AppendAsync($"u{unit}", 1).AsTask()));

        var appends = spans.Where(span => span.OperationName == "journal.append").Select(span => span.SpanId).ToHashSet();
        var commits = spans.Where(span => span.OperationName == "journal.commit").ToList();
        Assert.Equal(200, appends.Count);
        Assert.True(commits.Count < 200, "no two appends shared a commit");
        Assert.Equal(
            appends,
            commits.SelectMany(span => span.Links.Select(link => link.Context.SpanId).Append(span.ParentSpanId)).ToHashSet());
        Assert.All(commits, span => Assert.Equal(span.Links.Count() + 1, span.GetTagItem("db.operation.batch.size")));
    }

    [Fact]
    public async Task Nothing_waits_in_the_queue_once_all_are_answered()
    {
        using var queued = new MeasurementsOf<long>("edu.journal.queue.length");
        await using (var disk = new JournalOnDisk())
            await Task.WhenAll(Enumerable.Range(1, 50).Select(unit => disk.AppendAsync($"u{unit}", 1).AsTask()));

        Assert.Equal(50, queued.Values.Count(change => change == 1));
        Assert.Equal(0, queued.Values.Sum());
    }

    private static ActivityListener Listen(ConcurrentQueue<Activity> spans)
    {
        var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "EduAnalytics.Journal",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = spans.Enqueue,
        };
        ActivitySource.AddActivityListener(listener);
        return listener;
    }
}
