namespace EduAnalytics.EndToEnd.Tests.Torture;

/// <summary>The short form of what <c>edu torture --cluster</c> does to real silos and gateways: each fault once.</summary>
public sealed class ClusterTortureTests
{
    /// <summary>Most of the time goes into waiting until a silo is given up; half of what is usual shortens that.</summary>
    private static readonly Dictionary<string, string> impatient = new() { ["EduAnalytics__Cluster__SilenceSeconds"] = "6" };

    [Fact]
    public async Task A_cluster_whose_parts_are_cut_off_killed_crashed_stopped_and_restarted_loses_nothing_and_takes_no_total_back()
    {
        // How long readers were without an answer depends on the machine, and is for the long form to judge.
        using var torture = TortureProgram.Start(impatient, "--cluster", "--kills", "6", "--seed", "230404", "--longest-gap", "600", "--longest-pause", "600");

        var said = await TortureProgram.ReadAll(torture);

        Assert.True(torture.ExitCode == 0, said);
        Assert.Contains("nothing lost, nothing twice, no total went back", said, StringComparison.Ordinal);
        Assert.Contains("database crashed, restarted", said, StringComparison.Ordinal);
        Assert.Contains(" stood still for ", said, StringComparison.Ordinal);
        Assert.Matches(@"\d +silo\d killed", said);
        Assert.Matches(@"\d +gateway\d killed", said);
        Assert.Matches(@"\d +silo\d, gateway\d restarted", said);

        // Where the machine lets nobody lay network namespaces, that is said and not passed over; five faults are left then,
        // and the sixth is the first of them again.
        Assert.True(
            said.Contains(" apart for ", StringComparison.Ordinal) || said.Contains("the network between silos is not cut", StringComparison.Ordinal), said);
    }
}
