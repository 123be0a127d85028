using System.Threading.Channels;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Grains.OrgUnits;

namespace EduAnalytics.Grains.Tests.RollUps;

public sealed class SharedOrgUnitTreeTests
{
    private static readonly OrgUnitTree grown = OrgUnitTree.Empty.After([new OrgUnit(SiloFixture.City, "鹤岗市", null, OrgUnitLevel.City, null, [], false)]);

    private readonly List<long> asked = [];
    private readonly Channel<TaskCompletionSource<OrgUnitTree?>> questions = Channel.CreateUnbounded<TaskCompletionSource<OrgUnitTree?>>();
    private readonly SharedOrgUnitTree tree;

    public SharedOrgUnitTreeTests() => tree = new SharedOrgUnitTree(Ask);

    [Fact]
    public async Task All_who_wait_for_a_tree_that_cannot_be_had_are_told_by_one_question()
    {
        var waiting = Enumerable.Range(0, 5).Select(_ => tree.Now()).ToList();

        (await NextQuestion()).SetException(new TimeoutException());

        foreach (var one in waiting)
            await Assert.ThrowsAsync<TimeoutException>(() => one);
        Assert.Single(asked);
    }

    [Fact]
    public async Task One_asks_for_the_whole_and_everyone_then_for_what_is_newer()
    {
        var waiting = Enumerable.Range(0, 3).Select(_ => tree.Now()).ToList();

        (await NextQuestion()).SetResult(grown);
        for (var i = 0; i < 3; i++)
            (await NextQuestion()).SetResult(null);

        Assert.All(await Task.WhenAll(waiting), one => Assert.Same(grown, one));
        Assert.Equal([0, 1, 1, 1], asked);
    }

    [Fact]
    public async Task After_a_question_in_vain_the_next_one_is_asked_anew()
    {
        var first = tree.Now();
        (await NextQuestion()).SetException(new TimeoutException());
        await Assert.ThrowsAsync<TimeoutException>(() => first);

        var second = tree.Now();
        (await NextQuestion()).SetResult(grown);
        (await NextQuestion()).SetResult(null);

        Assert.Same(grown, await second);
    }

    private ValueTask<TaskCompletionSource<OrgUnitTree?>> NextQuestion() => questions.Reader.ReadAsync(TestContext.Current.CancellationToken);

    private Task<OrgUnitTree?> Ask(long version)
    {
        var question = new TaskCompletionSource<OrgUnitTree?>(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (asked)
            asked.Add(version);
        Assert.True(questions.Writer.TryWrite(question));
        return question.Task;
    }
}
