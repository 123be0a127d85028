using EduAnalytics.Testing;

namespace EduAnalytics.EndToEnd.Tests;

/// <summary>Tokens on the command line, while nothing runs and beside a running system.</summary>
public sealed class TokenTests : IDisposable
{
    private readonly string data = Directory.CreateTempSubdirectory("edu-tokens-").FullName;

    [Fact]
    public async Task A_token_made_before_the_first_start_lets_a_command_in_until_it_is_revoked()
    {
        var (_, token, said) = await EduProgram.Run("token", "create", "--role", "administrator", "--name", "import", "--data", data);
        Assert.Contains(token[4..14], said, StringComparison.Ordinal);
        Assert.DoesNotContain(token, said, StringComparison.Ordinal);
        await using var system = await RunningSystem.Start(data, "--empty", "--sign-in");
        var units = Path.Combine(data, "units.csv");
        await File.WriteAllTextAsync(units, "code;name;level;synthetic\nxx-lindhagen;Lindhagen;CITY;yes\n", TestContext.Current.CancellationToken);

        var without = await EduProgram.Run("import", units, "--url", system.Address.ToString());
        var with = await EduProgram.Run("import", units, "--url", system.Address.ToString(), "--token", token);
        var list = await EduProgram.Run("token", "list", "--data", data);
        var revoked = await EduProgram.Run("token", "revoke", token[4..14], "--data", data);

        Assert.Equal(1, without.ExitCode);
        Assert.Contains("asks for sign-in", without.Complaints, StringComparison.Ordinal);
        Assert.True(with.ExitCode == 0, with.Complaints);
        Assert.Contains("1 accepted", with.Output, StringComparison.Ordinal);
        Assert.Matches($"{token[4..14]} +administrator +all .* valid +import", list.Output);
        Assert.DoesNotContain(token[15..], list.Output, StringComparison.Ordinal);
        Assert.Equal(0, revoked.ExitCode);
    }

    [Theory]
    [InlineData("--role takes one of viewer, analyst, reporter, monitor, administrator, not 'king'.", "create", "--role", "king")]
    [InlineData("A reporter sends for one unit: name it with --unit.", "create", "--role", "reporter")]
    [InlineData("--days takes a whole number from 1 to 3650.", "create", "--role", "viewer", "--days", "0")]
    [InlineData("--days takes a whole number from 1 to 3650.", "create", "--role", "viewer", "--days", "99999999999")]
    [InlineData("--days takes a whole number from 1 to 3650.", "create", "--role", "viewer", "--days", "soon")]
    [InlineData("There is no directory", "list", "--data", "no-such-directory")]
    public async Task What_cannot_be_is_refused_in_one_sentence(string sentence, params string[] arguments)
    {
        var (code, output, complaints) = await EduProgram.Run(["token", .. arguments]);

        Assert.Equal(2, code);
        Assert.Contains(sentence, complaints, StringComparison.Ordinal);
        Assert.DoesNotContain("edu_", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_unit_that_the_store_does_not_know_is_refused_and_one_that_it_knows_is_taken()
    {
        var early = await EduProgram.Run("token", "create", "--role", "viewer", "--unit", "xx-lindhagen", "--data", data);
        await using (var system = await RunningSystem.Start(data, "--empty"))
        {
            var units = Path.Combine(data, "units.csv");
            await File.WriteAllTextAsync(units, "code;name;level;synthetic\nxx-lindhagen;Lindhagen;CITY;yes\n", TestContext.Current.CancellationToken);
            var import = await EduProgram.Run("import", units, "--url", system.Address.ToString());
            Assert.True(import.ExitCode == 0, import.Complaints);

            var beside = await EduProgram.Run("token", "create", "--role", "viewer", "--unit", "xx-lindhagen", "--data", data);
            Assert.True(beside.ExitCode == 0, beside.Complaints);
        }

        var unknown = await EduProgram.Run("token", "create", "--role", "viewer", "--unit", "xx-lindhagem", "--data", data);

        Assert.Equal(0, early.ExitCode);
        Assert.Contains("No org units are registered yet", early.Complaints, StringComparison.Ordinal);
        Assert.Equal((2, ""), (unknown.ExitCode, unknown.Output));
        Assert.Contains("There is no org unit 'xx-lindhagem' in this store", unknown.Complaints, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Listening_beyond_this_machine_without_sign_in_is_refused_with_what_to_configure()
    {
        var (code, output) = await RunningSystem.StartInVain(RunningSystem.FreePort(), data, "--empty", "--bind", "0.0.0.0");

        Assert.Equal(2, code);
        Assert.Single(output.Trim().Split('\n'));
        Assert.Contains("--sign-in", output, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(data, recursive: true);
}
