namespace Overflight.Authority.Documents;

/// <summary>A part of what a notice says.</summary>
/// <param name="Name">Its name: 1 to 64 small letters, digits and <c>-</c>; unique in the notice.</param>
/// <param name="Value">What it says: 1 to 20,000 characters, none of them a control but for line breaks and tabs.</param>
/// <param name="Class">Who may read it: offices cleared for this class; null for all recipients. 1 to 64 small letters, digits and <c>-</c>.</param>
public sealed record NoticeField(string Name, string Value, string? Class = null);
