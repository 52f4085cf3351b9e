using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Archive.Tests.Architecture;

/// <summary>What the metadata of an assembly says: what it refers to, what it defines, and which members of others it uses.</summary>
/// <param name="References">Names of the assemblies that it refers to.</param>
/// <param name="Defined">Full names of its types, without arity and without those that the compiler made.</param>
/// <param name="Uses">Full names of the foreign types that it uses, and <c>type::member</c> of their members.</param>
internal sealed record AssemblyFacts(IReadOnlyList<string> References, IReadOnlyList<string> Defined, IReadOnlyList<string> Uses)
{
    public static AssemblyFacts Of(string path)
    {
        using var file = new PEReader(File.OpenRead(path));
        var read = file.GetMetadataReader();
        return new(
            [.. read.AssemblyReferences.Select(handle => read.GetString(read.GetAssemblyReference(handle).Name))],
            [.. read.TypeDefinitions.Select(read.GetTypeDefinition).Select(type => Name(read, type.Namespace, type.Name)).Where(name => !name.Contains('<'))],
            [.. read.TypeReferences.Select(handle => Name(read, handle)), .. read.MemberReferences.Select(handle => Member(read, read.GetMemberReference(handle))).OfType<string>()]);
    }

    private static string? Member(MetadataReader read, MemberReference member) => member.Parent.Kind == HandleKind.TypeReference
        ? $"{Name(read, (TypeReferenceHandle)member.Parent)}::{read.GetString(member.Name)}"
        : null;

    private static string Name(MetadataReader read, TypeReferenceHandle handle)
    {
        var type = read.GetTypeReference(handle);
        return type.ResolutionScope.Kind == HandleKind.TypeReference
            ? $"{Name(read, (TypeReferenceHandle)type.ResolutionScope)}.{read.GetString(type.Name)}"
            : Name(read, type.Namespace, type.Name);
    }

    private static string Name(MetadataReader read, StringHandle space, StringHandle name)
    {
        var simple = read.GetString(name);
        var arity = simple.LastIndexOf('`');
        return $"{read.GetString(space)}.{(arity < 0 ? simple : simple[..arity])}".TrimStart('.');
    }
}
