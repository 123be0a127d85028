namespace EduAnalytics.Architecture.Tests.Layout;

public sealed class PrivatePathsTests
{
    // Put together here, or this file would be the first to break the rule.
    private const string Beside = ".." + "/shared/design/style.md";
    private const string Machine = "/wo" + "rk/main/README.md";

    [Fact]
    public void No_file_points_out_of_the_repository() => Breaches.MustBeNone(PrivatePaths.Breaches(Repository.Files, Repository.Read),
        "These paths exist on no other machine:");

    [Theory]
    [InlineData("See " + Beside, true)]
    [InlineData("`" + Machine + "`", true)]
    [InlineData("https://example.org/work/of/art", false)]
    [InlineData("../silo/Domain", false)]
    public void A_path_out_of_the_repository_is_found(string text, bool found) =>
        Assert.Equal(found, PrivatePaths.Breaches(["docs/operations.md"], _ => text).Any());
}
