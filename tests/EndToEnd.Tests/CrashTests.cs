using System.Text.Json;
using EduAnalytics.Testing;

namespace EduAnalytics.EndToEnd.Tests;

public sealed class CrashTests : IDisposable
{
    private const string Enrol =
        """
        mutation ($id: ID!, $events: [EnrolmentEventInput!]!) {
          recordEnrolment(input: { submissionId: $id, school: "230404-yifu-primary", events: $events }) {
            accepted duplicate version errors { code message } } }
        """;

    private readonly string data = Directory.CreateTempSubdirectory("edu-crash-").FullName;

    [Fact]
    public async Task What_was_acknowledged_survives_a_kill_once()
    {
        await using (var system = await RunningSystem.Start(data))
        {
            var first = await Send(system, "before-the-kill");
            Assert.Equal((40, false), (first.GetProperty("accepted").GetInt32(), first.GetProperty("duplicate").GetBoolean()));
            await system.Kill();
        }

        await using var restarted = await RunningSystem.Start(data);
        Assert.Equal(40, await Enrolled(restarted, "230404-yifu-primary"));
        Assert.Equal(40, await Enrolled(restarted, "230404"));

        var again = await Send(restarted, "before-the-kill");
        Assert.Equal((40, true), (again.GetProperty("accepted").GetInt32(), again.GetProperty("duplicate").GetBoolean()));
        Assert.Equal(40, await Enrolled(restarted, "230404-yifu-primary"));
    }

    public void Dispose() => Directory.Delete(data, recursive: true);

    private static async Task<JsonElement> Send(RunningSystem system, string id)
    {
        var events = Enumerable.Range(0, 40).Select(n => new { student = $"crash-{n}", kind = "ENROLLED", date = "2025-09-01", grade = 1 });
        return (await system.Query(Enrol, new { id, events })).GetProperty("recordEnrolment");
    }

    private static async Task<int> Enrolled(RunningSystem system, string unit) =>
        (await system.Query(
            """query ($id: ID!) { orgUnit(id: $id) { value(indicator: "dropout.roll", period: "2025", stage: PRIMARY) { value } } }""",
            new { id = unit })).GetProperty("orgUnit").GetProperty("value").GetProperty("value").GetInt32();
}
