using System.Text.Json.Serialization;

namespace Overflight.Authority.Documents;

/// <summary>The documents' types, known when compiled.</summary>
[JsonSerializable(typeof(AuthorityDocument))]
internal sealed partial class AuthorityJsonContext : JsonSerializerContext;
