namespace EduAnalytics.Architecture.Tests;

internal static class Breaches
{
    /// <summary>Fails with every breach at once: who repairs one wants to see the others too.</summary>
    /// <param name="advice">What to do about it, as a sentence.</param>
    public static void MustBeNone(IEnumerable<string> breaches, string advice)
    {
        var found = breaches.ToList();
        if (found.Count > 0)
            Assert.Fail(string.Join('\n', found.Prepend(advice)));
    }
}
