using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Overflight.Mutation;

/// <summary>
/// A method or property that is written once for each of its mutants, under a name of its own, and once as it is; the member itself chooses
/// among them. Whole copies keep pattern variables and definite assignment as they are, which a choice within an expression would not.
/// </summary>
internal sealed class SwitchedMember
{
    private readonly MemberDeclarationSyntax _member;
    private readonly string _name, _modifiers, _type, _typeParameters, _arguments, _copiedParameters, _constraints;
    private readonly SyntaxNode _body;

    private SwitchedMember(MemberDeclarationSyntax member, SyntaxNode body, string name, TypeSyntax type, TypeParameterListSyntax? typeParameters, ParameterListSyntax? parameters, string constraints)
    {
        (_member, _body, _name, _type, _typeParameters, _constraints) = (member, body, name, type.ToString(), typeParameters?.ToString() ?? "", constraints);
        _modifiers = string.Join(' ', member.Modifiers.Where(m => m.Kind() is SyntaxKind.StaticKeyword or SyntaxKind.AsyncKeyword or SyntaxKind.UnsafeKeyword).Select(m => m.Text).Prepend("private"));
        _copiedParameters = parameters is null ? "" : $"({string.Join(", ", parameters.Parameters.Select(p => $"{string.Join(' ', p.Modifiers.Where(m => !m.IsKind(SyntaxKind.ThisKeyword) && !m.IsKind(SyntaxKind.ParamsKeyword)))} {p.Type} {p.Identifier}"))})";
        _arguments = parameters is null ? "" : $"({string.Join(", ", parameters.Parameters.Select(p => $"{string.Join(' ', p.Modifiers.Where(m => m.Kind() is SyntaxKind.RefKeyword or SyntaxKind.OutKeyword or SyntaxKind.InKeyword))} {p.Identifier}"))})";
    }

    /// <summary>What of the file is replaced.</summary>
    public TextSpan Span => _member.Span;

    /// <summary>The member that some text belongs to; null where it cannot be written twice, such as a constructor.</summary>
    public static SwitchedMember? At(SyntaxNode root, TextSpan span)
    {
        var member = root.FindNode(span).AncestorsAndSelf().OfType<MemberDeclarationSyntax>().FirstOrDefault();
        var (body, made) = member switch
        {
            MethodDeclarationSyntax { ExplicitInterfaceSpecifier: null, ReturnType: not RefTypeSyntax } method when (method.Body ?? (SyntaxNode?)method.ExpressionBody) is { } content =>
                (content, new SwitchedMember(method, content, method.Identifier.Text, method.ReturnType, method.TypeParameterList, method.ParameterList, string.Concat(method.ConstraintClauses))),
            PropertyDeclarationSyntax { ExplicitInterfaceSpecifier: null, ExpressionBody: { } content, Type: not RefTypeSyntax } property =>
                (content, new SwitchedMember(property, content, property.Identifier.Text, property.Type, null, null, "")),
            _ => ((SyntaxNode?)null, (SwitchedMember?)null),
        };
        return body is not null && body.Span.Contains(span) && member!.Parent is TypeDeclarationSyntax and not InterfaceDeclarationSyntax && !member.Modifiers.Any(SyntaxKind.PartialKeyword) ? made : null;
    }

    /// <summary>Writes it; tells where each copy stands in what is written.</summary>
    /// <param name="to">Where to.</param>
    /// <param name="mutants">The mutants, with their numbers from 1 on.</param>
    /// <param name="places">Where the copies are told, by number; 0 for what is not a mutant's.</param>
    public void Write(StringBuilder to, IReadOnlyList<(int Number, Mutant Mutant)> mutants, List<(int Number, TextSpan Span)> places)
    {
        var start = to.Length;
        var typeArguments = _typeParameters.Length == 0 ? "" : "<" + string.Join(", ", ((MethodDeclarationSyntax)_member).TypeParameterList!.Parameters.Select(p => p.Identifier.Text)) + ">";
        string Call(int number) => $"{_name}__{number}{typeArguments}{_arguments}";
        to.Append(_member.ToString()[..(_body.SpanStart - _member.SpanStart)].Replace(" async ", " ", StringComparison.Ordinal));
        if (_type == "void")
            to.Append($"{{ switch (global::MutationSwitch.Active) {{ {string.Concat(mutants.Select(m => $"case {m.Number}: {Call(m.Number)}; break; "))}default: {Call(0)}; break; }} }}\n");
        else
            to.Append($"=> global::MutationSwitch.Active switch {{ {string.Concat(mutants.Select(m => $"{m.Number} => {Call(m.Number)}, "))}_ => {Call(0)} }};\n");
        WriteCopy(to, 0, _body.ToString());
        places.Add((0, TextSpan.FromBounds(start, to.Length)));
        foreach (var (number, mutant) in mutants)
        {
            start = to.Length;
            var body = _body.ToString();
            var at = mutant.Span.Start - _body.SpanStart;
            WriteCopy(to, number, body[..at] + mutant.Replacement + body[(at + mutant.Span.Length)..]);
            places.Add((number, TextSpan.FromBounds(start, to.Length)));
        }
    }

    private void WriteCopy(StringBuilder to, int number, string body) =>
        to.Append($"{_modifiers} {_type} {_name}__{number}{_typeParameters}{_copiedParameters} {_constraints} {body}{(_body is ArrowExpressionClauseSyntax ? ";" : "")}\n");
}
