namespace EduAnalytics.Journal;

/// <summary>The provider's own scripts cannot be applied; the message is one sentence that says why and what to do.</summary>
public sealed class ProviderScriptsException(string sentence, Exception? cause = null) : Exception(sentence, cause);
