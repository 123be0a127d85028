using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Gateway.Calls;
using Microsoft.Extensions.Time.Testing;

namespace EduAnalytics.Gateway.Tests.Calls;

public sealed class UnitPatienceTests
{
    private static readonly OrgUnit school = new(OrgUnitId.Parse("230404-hangs"), "悬望小学", null, OrgUnitLevel.School, OrgUnitId.Parse("230404"), [SchoolStage.Primary], false);

    private readonly FakeTimeProvider time = new();

    [Fact]
    public async Task An_answer_in_time_is_the_answer() => Assert.Equal(7, await Task.FromResult(7).Within(school, time));

    [Fact]
    public async Task A_unit_that_does_not_answer_is_named_after_fifteen_seconds()
    {
        var waiting = new TaskCompletionSource<int>().Task.Within(school, time);

        time.Advance(TimeSpan.FromSeconds(14));
        Assert.False(waiting.IsCompleted);
        time.Advance(TimeSpan.FromSeconds(1));

        var silent = await Assert.ThrowsAsync<UnitSilentException>(() => waiting);
        Assert.StartsWith("悬望小学 (230404-hangs) does not answer at the moment", silent.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task So_is_one_whose_silo_let_the_call_time_out() => Assert.Equal(
        school.Id,
        (await Assert.ThrowsAsync<UnitSilentException>(() => Task.FromException<int>(new TimeoutException("no answer")).Within(school, time))).OrgUnit);

    [Fact]
    public async Task What_the_unit_itself_refused_is_told_as_it_is() =>
        await Assert.ThrowsAsync<ArgumentException>(() => Task.FromException<int>(new ArgumentException("no such period")).Within(school, time));
}
