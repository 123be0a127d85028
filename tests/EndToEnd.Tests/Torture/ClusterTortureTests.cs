namespace EduAnalytics.EndToEnd.Tests.Torture;

/// <summary>The short form of what <c>edu torture --cluster</c> does to real silos and gateways.</summary>
public sealed class ClusterTortureTests
{
    [Fact]
    public async Task A_cluster_that_is_cut_apart_killed_and_robbed_of_its_database_loses_nothing_and_takes_no_total_back()
    {
        // How long readers were without an answer depends on the machine, and is for the long form to judge.
        using var torture = TortureProgram.Start(
            "--cluster", "--kills", "3", "--faults", "network,kill,database", "--seed", "230404", "--longest-gap", "600");

        var said = await TortureProgram.ReadAll(torture);

        Assert.True(torture.ExitCode == 0, said);
        Assert.Contains("nothing lost, nothing twice, no total went back", said, StringComparison.Ordinal);
        Assert.Contains("database crashed, restarted", said, StringComparison.Ordinal);

        // Where the machine lets nobody lay network namespaces, that is said and not passed over.
        Assert.True(
            said.Contains(" apart for ", StringComparison.Ordinal) || said.Contains("the network between silos is not cut", StringComparison.Ordinal), said);
    }
}
