namespace EduAnalytics.Gateway.Transport.Persisted;

/// <summary>A document that is served also where only known ones are.</summary>
/// <param name="Name">Where it comes from, for messages.</param>
/// <param name="Document">One document, as clients send it.</param>
public sealed record KnownOperation(string Name, string Document);
